import * as AC from "adaptivecards";

/** Draws a card into #root, and gives what the library found amiss with it. */
window.renderCard = (json, hostConfig) => {
  const card = new AC.AdaptiveCard();
  card.hostConfig = new AC.HostConfig(hostConfig);
  const context = new AC.SerializationContext();
  card.parse(json, context);
  document.getElementById("root").appendChild(card.render());
  const parsing = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  return [...parsing, ...card.validateProperties().validationEvents].map(({ message }) => message);
};

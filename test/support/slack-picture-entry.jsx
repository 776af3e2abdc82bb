import { createRoot } from "react-dom/client";
import { Message } from "slack-blocks-to-jsx";
import "slack-blocks-to-jsx/dist/style.css";

const LOGO =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='36' height='36'%3E%3Crect width='36' height='36' fill='%23145'/%3E%3C/svg%3E";

window.renderSlack = (blocks) => {
  createRoot(document.getElementById("root")).render(
    <Message
      blocks={blocks}
      name="smallcaps"
      logo={LOGO}
      time={new Date("2026-11-23T13:00:00Z")}
      theme="light"
      data={{ users: [], channels: [], user_groups: [] }}
    />,
  );
};

// Runs in the page; its value is the list of texts too close in colour to their ground (WCAG 2.2, 1.4.3).
(() => {
  const parse = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const ground = (element) => {
    if (element === null) return [255, 255, 255];
    const colour = parse(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? ground(element.parentElement) : colour;
  };
  const ownsText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
  const found = new Set();
  for (const element of document.querySelectorAll("body *")) {
    if (!ownsText(element) || !element.checkVisibility() || element.closest(".visually-hidden") !== null)
      continue;
    const [light, dark] = [
      luminance(parse(getComputedStyle(element).color)),
      luminance(ground(element)),
    ].sort((a, b) => b - a);
    if ((light + 0.05) / (dark + 0.05) < 4.5)
      found.add(`${element.tagName} ${element.className}: ${element.textContent.slice(0, 40)}`);
  }
  return [...found];
})();

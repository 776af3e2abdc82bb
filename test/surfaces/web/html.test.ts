import { expect, test } from "vitest";
import { html, markupOf } from "../../../src/surfaces/web/html.ts";

test("text is escaped for element content and quoted attributes", () => {
  const text = `<b a='1' c="2">&</b>`;
  const escaped = "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;&lt;/b&gt;";
  expect(markupOf(html`<p title="${text}">${text}</p>`)).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test("templates nest, lists join, absent values print nothing, zero prints", () => {
  const items = [1, 2].map((n) => html`<li>${n}</li>`);
  expect(markupOf(html`<ul>${items}</ul>${null}${undefined}${false}${0}`)).toBe(
    "<ul><li>1</li><li>2</li></ul>0",
  );
});

test("an object that looks like markup but was read from somewhere is not taken for it", () => {
  const forged = JSON.parse('{"markup":"<script>"}') as string;
  expect(markupOf(html`${forged}`)).not.toContain("<script>");
});

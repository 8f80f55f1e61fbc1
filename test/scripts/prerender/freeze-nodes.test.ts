import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {freezeNodes} from "../../../scripts/prerender/freeze-nodes.ts";

test("freezeNodes(nodes) writes what fields hold into them", () => {
  const element = parsed(
    '<input><input type="checkbox"><input type="radio" checked><textarea>a</textarea><select><option>1</option><option>2</option></select>'
  );
  const [text, box, radio] = element.querySelectorAll("input");
  Object.assign(text ?? {}, {value: "typed"});
  Object.assign(box ?? {}, {checked: true});
  Object.assign(radio ?? {}, {checked: false});
  Object.assign(element.querySelector("textarea") ?? {}, {value: "b <"});
  Object.assign(element.querySelector("select") ?? {}, {selectedIndex: 1});
  freezeNodes([element]);
  expect(element.innerHTML).toBe(
    '<input value="typed"><input type="checkbox" checked=""><input type="radio"><textarea>b &lt;</textarea>' +
      '<select><option>1</option><option selected="">2</option></select>'
  );
});

test("freezeNodes(nodes) leaves out scripts, comments and what is in a very large drawing", () => {
  const element = parsed(
    `<p>a<!--:00000001:-->b<script>alert(1)</script></p><svg height="9"><path d="${"M0,0".repeat(30_000)}"></path></svg>`
  );
  const [comment, text] = [element.ownerDocument.createComment("x"), element.ownerDocument.createTextNode("")];
  expect(freezeNodes([comment, element, text])).toEqual([element, text]);
  expect(element.innerHTML).toBe('<p>ab</p><svg height="9"></svg>');
});

function parsed(html: string): Element {
  const element = new JSDOM("").window.document.createElement("div");
  element.innerHTML = html;
  return element;
}

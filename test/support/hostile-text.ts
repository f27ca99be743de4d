/** Short enough for any field of a line: breaks out of an attribute and an element, and is a template of the dictionaries' kind. */
const attack = `"><svg onload=x()>'<img src=x onerror=x()><script>x()</script>{{ name }}$&`;

/** What only longer fields have room for: ends of the elements that text stands in, addresses that are code, and marks that turn a line around. */
const longAttack = [
  "</textarea></title></script></style>-->]]><iframe srcdoc='<script>parent.x()</script>'></iframe>",
  "javascript:x() [clic](javascript:x()) <a href=javascript:x()>clic</a> data:text/html,<script>x()</script>",
  "<p xmlns='http://www.w3.org/1999/xhtml'><details open ontoggle=x()>&lt;b&gt;&#x3c;b&#x3e;</details></p>",
  "${x()} #{x()} <%= x() %> \u202eedoc\u202d \u2067\u0007",
].join("\n");

/** What a text might be for a field to take it: markup, code, an address with markup in it. */
export const probes = ["<i>", attack, "javascript:x()", 'https://radio.example/"><img/src=x/onerror=x()>'];

/** A mark behind the attack, by which a text is known on a page. */
const markOf = (number: number) => `‡${number}‡`;

/** Gives texts that try to become more than text, each with a mark of its own. */
export function makeHostileTexts() {
  let count = 0;
  return {
    /** For a field of one line: 80 characters at most. */
    line: () => attack + markOf((count += 1)),
    /** For an address. */
    address: () => `https://radio.example/"><img/src=x/onerror=x()>${markOf((count += 1))}`,
    /** For a field of several lines. */
    text: () => `${longAttack}\n${attack}${markOf((count += 1))}`,
  };
}
/** See {@link makeHostileTexts}. */
export type HostileTexts = ReturnType<typeof makeHostileTexts>;

/** The marks in a text. */
export const marksIn = (text: string): string[] => [...new Set(text.match(/‡\d+‡/g))];

/** Texts on a page that are marked and no longer whole: something of them became something else. */
export const brokenIn = (texts: readonly string[]): string[] =>
  texts.filter((text) => (text.match(/‡\d+‡/g)?.length ?? 0) > text.split(attack).length - 1);

import type { Locator, Page } from "playwright-core";
import { vi } from "vitest";

/** One thing that a guide tells to do: a name that is written on the screen, and what goes in there. */
export type Step = { section: string; name: string; way: "press" | "hold" | "fill" | "see"; value?: string };

/** What a guide in Markdown tells to do: the bold names in its numbered steps, in order, by the words around them. */
export function stepsOf(markdown: string): Step[] {
  const sections = markdown.split(/^## /m).slice(1);
  return sections.flatMap((text) => {
    const section = text.slice(0, text.indexOf("\n"));
    const numbered = text.match(/^\d+\. .*(\n {3}.*)*/gm) ?? [];
    return numbered.flatMap((item) => stepsIn(section, item.replaceAll(/\s+/g, " ")));
  });
}

function stepsIn(section: string, item: string): Step[] {
  return [...item.matchAll(/\*\*(.+?)\*\*/g)].map((match) => {
    const before = item.slice(0, match.index);
    const after = item.slice(match.index + match[0].length).split("**")[0]!;
    const value = /«\s*(.+?)\s*»/.exec(after)?.[1];
    const step = { section, name: match[1]! };
    if (value !== undefined || after.includes(" avec le code"))
      return { ...step, way: "fill", value: value ?? "" } as const;
    if (before.endsWith("devient ")) return { ...step, way: "see" } as const;
    return { ...step, way: before.endsWith("Maintenez ") ? "hold" : "press" } as const;
  });
}

const keys = ["tab", "link", "button"] as const;
const fields = ["textbox", "combobox"] as const;

/** The one visible thing of these roles whose name is, begins with, or at least contains the name. */
async function findNamed(page: Page, roles: readonly (typeof keys | typeof fields)[number][], name: string) {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const names = [new RegExp(`^${escaped}$`), new RegExp(`^${escaped}`), new RegExp(escaped, "i")];
  for (const each of names) {
    for (const role of roles) {
      const found = page.getByRole(role, { name: each }).filter({ visible: true });
      if ((await found.count()) > 0) return found.first();
    }
  }
  return undefined;
}

/** Does a step on a page as a person would, who knows nothing but its words; waits until the page shows such a thing. */
export async function follow(page: Page, step: Step): Promise<void> {
  const roles = step.way === "fill" ? fields : keys;
  const found = await vi.waitFor(
    async () => {
      const named = await findNamed(page, roles, step.name);
      if (named === undefined) throw new Error(`“${step.section}”: nothing is called “${step.name}” at ${page.url()}`);
      return named;
    },
    { timeout: 30_000, interval: 100 },
  );
  if (step.way === "press") await found.click();
  if (step.way === "hold") await found.click({ delay: 2_000 });
  if (step.way === "fill") await fill(found, step.value ?? "");
}

async function fill(field: Locator, value: string) {
  if ((await field.getAttribute("class"))?.includes("input") === true && (await field.evaluate(isChoice))) {
    const options = await field.locator("option").allTextContents();
    await field.selectOption({ label: options.find((option) => option.startsWith(value)) ?? value });
    return;
  }
  await field.fill(value);
}

const isChoice = (element: Element) => element instanceof HTMLSelectElement;

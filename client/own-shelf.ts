/** Keeps things for as long as the page is open, as a browser's storage does for longer. */
function makeShelf(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

// In a frame of another site a browser may refuse to keep anything: there the page remembers until it is closed.
try {
  localStorage.getItem("");
} catch {
  Object.defineProperty(globalThis, "localStorage", { value: makeShelf() });
}

import type { Picture } from "../../schemas/pictures.ts";

/** The nine pictures, drawn for a `0 0 48 48` viewBox, each in its own colours. */
export const pictureShapes: Readonly<Record<Picture, string>> = {
  sun: '<g stroke="#c77700" stroke-width="3" stroke-linecap="round"><path d="M24 4v6M24 38v6M4 24h6M38 24h6M10 10l4 4M34 34l4 4M38 10l-4 4M14 34l-4 4"/></g><circle cx="24" cy="24" r="10" fill="#f6b21b"/>',
  moon: '<path d="M30 6a18 18 0 1 0 12 27A15 15 0 0 1 30 6z" fill="#5b6fb5"/>',
  star: '<path d="m24 4 6 13 14 2-10 10 2 15-12-7-12 7 2-15L4 19l14-2z" fill="#e0a100"/>',
  house:
    '<path d="M6 22 24 7l18 15v20H6z" fill="#d9b38c"/><path d="M3 24 24 6l21 18" fill="none" stroke="#a83a2b" stroke-width="4"/><path d="M20 42V30h8v12z" fill="#6b3f22"/>',
  tree: '<path d="M21 30h6v14h-6z" fill="#7a4a21"/><circle cx="24" cy="19" r="15" fill="#3a8a3f"/>',
  flower:
    '<path d="M24 26v18" stroke="#2f7a3a" stroke-width="4"/><g fill="#c2458f"><circle cx="24" cy="9" r="6"/><circle cx="33" cy="16" r="6"/><circle cx="30" cy="26" r="6"/><circle cx="18" cy="26" r="6"/><circle cx="15" cy="16" r="6"/></g><circle cx="24" cy="18" r="5" fill="#f6c945"/>',
  fish: '<path d="M4 24c8-14 22-14 30 0-8 14-22 14-30 0z" fill="#1f86b5"/><path d="m32 24 12-9v18z" fill="#14658a"/><circle cx="13" cy="22" r="2.500" fill="#fff"/>',
  boat: '<path d="M24 4v28" stroke="#5a3a1c" stroke-width="3"/><path d="M26 7v21h15z" fill="#c8452f"/><path d="M22 12v16H9z" fill="#e38a78"/><path d="M5 32h38l-7 11H12z" fill="#5a3a1c"/>',
  ball: '<circle cx="24" cy="24" r="19" fill="#d6453a"/><path d="M5 24h38M24 5c-9 10-9 28 0 38M24 5c9 10 9 28 0 38" fill="none" stroke="#fff" stroke-width="3"/>',
};

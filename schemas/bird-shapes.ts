import type { Bird } from "./people.ts";

/**
 * The twelve birds as SVG markup for a `0 0 48 48` viewBox, without an outer element: pages wrap it in a `<symbol>`, the server in a cover.
 * Shapes carry their own colours and stand on a field of the voice's colour.
 */
export const birdShapes: Readonly<Record<Bird, string>> = {
  merle: `
    <path d="M10 48c-1-9 0-17 3-23 3-6 8-9.5 14-9.5 7 0 11.5 5 11.5 12 0 6-3.5 9-3.5 20.500z" fill="#17232d"/>
    <circle cx="30" cy="24" r="4.2" fill="#ffc62e"/>
    <circle cx="30.4" cy="24" r="2.3" fill="#17232d"/>
    <path d="M37.5 23.5 47 27l-9 4z" fill="#f08a24"/>
  `,
  mesange: `
    <path d="M10 48c-1-9 0-17 3-23 3-6 8-9.5 14-9.5 7 0 11.5 5 11.5 12 0 6-3.5 9-3.5 20.500z" fill="#f6f1e4"/>
    <path d="M12 27c2-7 8-12.5 15-12.5 6 0 10 3.5 11 8.5-8-3-18-2-26 4z" fill="#17232d"/>
    <path d="M23 37c4 1 8 0 12-2l0 13H22z" fill="#2f6f94"/>
    <circle cx="31" cy="23.5" r="3.2" fill="#fff"/>
    <circle cx="31.6" cy="23.5" r="1.8" fill="#17232d"/>
    <path d="M38 24.500l6 2.5-6 3z" fill="#17232d"/>
  `,
  huppe: `
    <path d="M24 18 11 6M25 16 17 3.500M27 15 25 2" stroke="#b5651d" stroke-width="4.5" stroke-linecap="round"/>
    <path d="M11 6l1 1M17 3.500l.7 1M25 2l.1 1" stroke="#17232d" stroke-width="4.5" stroke-linecap="round"/>
    <path d="M10 48c-1-9 0-17 3-23 3-6 8-9.5 14-9.5 7 0 11.5 5 11.5 12 0 6-3.5 9-3.5 20.500z" fill="#d98a4e"/>
    <path d="M12 38h23v4H11zM11 45h24v3H11z" fill="#17232d" opacity=".85"/>
    <circle cx="30" cy="23.5" r="3.2" fill="#fff"/>
    <circle cx="30.6" cy="23.5" r="1.8" fill="#17232d"/>
    <path d="M37.5 23c4 .5 7 2.5 9.5 6-4-1.5-7-1.5-10-.5z" fill="#17232d"/>
  `,
  hibou: `
    <path d="M8 48c-1-12-1-22 1-33l6 5.500c5-2.5 13-2.5 18 0L39 15c2 11 2 21 1 33z" fill="#7a5a3c"/>
    <circle cx="17.5" cy="27.5" r="7" fill="#f6f1e4"/>
    <circle cx="30.5" cy="27.5" r="7" fill="#f6f1e4"/>
    <circle cx="18" cy="27.5" r="3.5" fill="#17232d"/>
    <circle cx="30" cy="27.5" r="3.5" fill="#17232d"/>
    <path d="M21.5 32h5L24 38z" fill="#ffc62e"/>
    <path d="M17 43l2-2 2 2M23 43l2-2 2 2M29 43l2-2 2 2" stroke="#f6f1e4" stroke-width="1.5" fill="none"/>
  `,
  geai: `
    <path d="M22 18c-2-4-5-6-9-6.5 1 3 2 5 5 8z" fill="#b98a72"/>
    <path d="M10 48c-1-9 0-17 3-23 3-6 8-9.5 14-9.5 7 0 11.5 5 11.5 12 0 6-3.5 9-3.5 20.500z" fill="#c79a83"/>
    <path d="M10.5 36c4-2 9-2 12 2-1 4-3 8-4 10h-8z" fill="#2f7fc0"/>
    <path d="M12 40h9M11.5 44h8" stroke="#f6f1e4" stroke-width="1.5"/>
    <path d="M29 32l9-2-1 5-7 1z" fill="#17232d"/>
    <circle cx="30.5" cy="23.5" r="3.2" fill="#e8f3fb"/>
    <circle cx="31.1" cy="23.5" r="1.8" fill="#17232d"/>
    <path d="M38 24l6.5 3-6.5 2.500z" fill="#17232d"/>
  `,
  hirondelle: `
    <path d="M10 48c-1-9 0-17 3-23 3-6 8-9.5 14-9.5 7 0 11.5 5 11.5 12 0 6-3.5 9-3.5 20.500z" fill="#1f3f73"/>
    <path d="M24 33c4 2 9 1.5 13-1-2 4-2 9-2 16H20c0-6 1-11 4-15z" fill="#f6f1e4"/>
    <path d="M27 30c3.5 2 7.5 2 11.5-.5-1 3-3 4.5-5.5 4.8-3 .3-5-1.3-6-4.300z" fill="#c96f2e"/>
    <circle cx="31" cy="23.5" r="3.2" fill="#fff"/>
    <circle cx="31.6" cy="23.5" r="1.8" fill="#17232d"/>
    <path d="M38 24l5 2.5-5 2z" fill="#17232d"/>
  `,
  martin: `
    <path d="M10 48c-1-9 0-17 3-23 3-6 8-9.5 14-9.5 7 0 11.5 5 11.5 12 0 6-3.5 9-3.5 20.500z" fill="#1583a8"/>
    <path d="M24 33c5 0 9-1 13-3-1 5-2 10-2 18H21c0-6 0-11 3-15z" fill="#e8893a"/>
    <path d="M22 25c4-1.5 8-1 10 1-2 2-6 3-10 2z" fill="#f6f1e4"/>
    <circle cx="31" cy="22.5" r="3.2" fill="#fff"/>
    <circle cx="31.6" cy="22.5" r="1.8" fill="#17232d"/>
    <path d="M37.5 22.5 48 26.500l-10 2.500z" fill="#17232d"/>
  `,
  colvert: `
    <path d="M10 48c0-4 2-8 5-10h17c3 3 3.5 6.5 3.5 10z" fill="#8a6a4f"/>
    <path d="M14.5 38c-1.5-4-1.5-9 .5-13 2.5-6 7-9.5 12.5-9.5 6.5 0 10.5 4.5 10.5 10.5 0 5-3.5 8-5 12z" fill="#1d6b4a"/>
    <path d="M14.3 37h18.9" stroke="#f6f1e4" stroke-width="3"/>
    <circle cx="30" cy="23.5" r="3.2" fill="#fff"/>
    <circle cx="30.6" cy="23.5" r="1.8" fill="#17232d"/>
    <path d="M37 24.500c4 0 7.5 1 10 3.5.5 2-1 3-3 3-3.5 0-6-.5-8-1.500z" fill="#ffc62e"/>
  `,
  cigogne: `
    <path d="M13 48c0-8 2-12 4-17 1.5-4 1-7 2-10 1.3-4 4.5-6.5 8.5-6.5 5 0 8.5 3.6 8.5 8 0 6-6 8-6 14 0 5 1 8 1 11.500z" fill="#f6f1e4"/>
    <path d="M11 48c0-4 2-8 5-10 2 3 3 6 3 10z" fill="#17232d"/>
    <circle cx="30" cy="21.5" r="2.8" fill="#17232d"/>
    <circle cx="30.6" cy="21.5" r="1.5" fill="#fff"/>
    <path d="M35 20.5 47.5 25 35.5 27z" fill="#f08a24"/>
  `,
  pic: `
    <path d="M16 20c2-7 8-11 14-10 4 .5 7 3 8 6-8-1-15 0-22 4z" fill="#ffc62e"/>
    <path d="M10 48c-1-9 0-17 3-23 3-6 8-9.5 14-9.5 7 0 11.5 5 11.5 12 0 6-3.5 9-3.5 20.500z" fill="#6f8f3a"/>
    <path d="M15 21c4-4.5 9-6 13-5.5 5 .3 8.5 3 9.8 6.5-8-1.8-16-1.5-22.8-1z" fill="#ffc62e"/>
    <path d="M28 25c3-1.5 7-1.5 10.3 0-.3 2-.8 3.5-1.5 5-4 .3-7-1-8.8-5z" fill="#17232d"/>
    <circle cx="32.5" cy="24.5" r="2.6" fill="#fff"/>
    <circle cx="33.1" cy="24.5" r="1.4" fill="#17232d"/>
    <path d="M38 24 48 27l-9.5 3z" fill="#3a4650"/>
  `,
  moineau: `
    <path d="M10 48c-1-9 0-17 3-23 3-6 8-9.5 14-9.5 7 0 11.5 5 11.5 12 0 6-3.5 9-3.5 20.500z" fill="#cdb497"/>
    <path d="M12 26c2-7 8-11.5 15-11.5 5 0 9 2.5 10.5 6.5-9-1.5-18 0-25.5 5z" fill="#7a4f2c"/>
    <path d="M31 29h7c-.5 4-2 7-3 9-3-1-5-4-4-9z" fill="#17232d"/>
    <circle cx="30.5" cy="24" r="3.2" fill="#fff"/>
    <circle cx="31.1" cy="24" r="1.8" fill="#17232d"/>
    <path d="M38 23.500l6 3-6 3z" fill="#4a4a4a"/>
  `,
  macareux: `
    <path d="M10 48c-1-9 0-17 3-23 3-6 8-9.5 14-9.5 7 0 11.5 5 11.5 12 0 6-3.5 9-3.5 20.500z" fill="#17232d"/>
    <path d="M24 22c3-4 9-5 12.5-2 2.5 4 2 10-2 14-6 1.5-11-1-12-5-.5-2.5 0-5 1.5-7z" fill="#f6f1e4"/>
    <circle cx="30.5" cy="24.5" r="2.3" fill="#17232d"/>
    <path d="M36.5 20c5 1 9 5 9.5 11-4 1.5-8 1.5-11 .5 2-4 2.5-8 1.5-11.500z" fill="#f08a24"/>
    <path d="M40 21.500c1 3.5.8 7-.5 10.7" stroke="#ffc62e" stroke-width="2" fill="none"/>
  `,
};

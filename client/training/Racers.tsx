/** A snail, at the slow end of the pace. */
export const Snail = () => (
  <svg class="racer" viewBox="0 0 32 20" aria-hidden="true">
    <path
      d="M2 17h22c4 0 6-2 6-6V5m-3 0v4M30 5v0"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
    />
    <circle cx="14" cy="9.500" r="6.500" fill="none" stroke="currentColor" stroke-width="2" />
    <path d="M14 9.500a2 2 0 1 1 2 2" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
  </svg>
);

/** A hare, at the fast end. */
export const Hare = () => (
  <svg class="racer" viewBox="0 0 32 20" aria-hidden="true">
    <path
      d="M3 15c2-5 7-7 12-6l4-1-4-7 7 6c4 0 6 2 6 4s-3 3-6 3l-3 4m-8-4-5 4M3 15l3 1"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

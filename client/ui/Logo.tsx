/** The station's mark: a rake aerial with a bird on it, in one colour. */
export const LogoMark = () => (
  <svg class="logo-mark" viewBox="0 0 40 40" aria-hidden="true">
    <path
      d="M20 38V14M9 17h22M12.500 24h15M16 31h8"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
    />
    <path
      d="M14.500 15.400c-1.200-4 1-8.400 5-9.400 2.700-.7 5.200.4 6.200 2.600l4.300 1.600-4 1.500c-.2 2.200-1.200 3.300-2.600 3.700z"
      fill="currentColor"
    />
    <circle class="logo-eye" cx="21.800" cy="9.300" r="1.150" />
  </svg>
);

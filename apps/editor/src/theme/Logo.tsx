// The mark: a closed pair of lock gates, high water before them, low water behind. Drawn, so it needs no font.

/** `size` in pixels. Decorative: the name stands beside it or in the label of its link. */
export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b5f72" />
      <path d="M0 13.5c3-2 5-2 7.5 0s4.5 2 7.5 0V32H8a8 8 0 0 1-8-8z" fill="#7fdbe6" />
      <path d="M17 22.5c3-2 5-2 7.5 0s4.5 2 7.5 0V24a8 8 0 0 1-8 8h-7z" fill="#2fa9bd" />
      <path d="M16 7v25" stroke="#fff" strokeWidth="3.6" strokeLinecap="round" />
    </svg>
  );
}

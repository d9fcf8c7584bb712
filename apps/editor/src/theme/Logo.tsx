// The mark: two lock gates between a high and a low water. Drawn, not typed, so it needs no font.

/** `size` in pixels. Decorative unless the word beside it is hidden. */
export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b5f72" />
      <path d="M4 12c2.4-2.2 4.6-2.2 7 0v10.5H4z" fill="#7fdbe6" />
      <path d="M21 19c2.4-2.2 4.6-2.2 7 0v3.5h-7z" fill="#7fdbe6" />
      <path
        d="M4 22.5h24M11.5 7v15.5M20.5 7v15.5M11.5 9.5l4.5 4-4.5 4M20.5 9.5l-4.5 4 4.5 4"
        fill="none"
        stroke="#fff"
        strokeWidth="2.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

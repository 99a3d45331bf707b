const SHAPES = {
  today: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4l3 2" />
    </>
  ),
  firms: <path d="M3 18V6l7-4 7 4v12zM8 18v-5h4v5" />,
  activities: (
    <>
      <rect x="3" y="4" width="14" height="13" rx="2" />
      <path d="M3 9h14M7 2.5v3M13 2.5v3" />
    </>
  ),
  progress: <path d="M2 7c3 0 4-2 7-2s4 2 9 2M3 12c3 0 4-1.5 6-1.5s4 1.5 8 1.5M4 16.5c3 0 5-.7 12-.7" />,
  settings: (
    <>
      <path d="M3 6h8M15 6h2M3 14h2M9 14h8" />
      <circle cx="13" cy="6" r="2" />
      <circle cx="7" cy="14" r="2" />
    </>
  ),
  search: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="M13.5 13.5 17 17" />
    </>
  ),
  back: <path d="M12 4 6 10l6 6" />,
  close: <path d="M5 5l10 10M15 5 5 15" />,
  done: <path d="M4 10.5 8 14.5 16 6" />,
  plus: <path d="M10 4v12M4 10h12" />,
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {SHAPES[name]}
    </svg>
  );
}

/** Three waters in a gate: the mark of the product. */
export function Mark({ size = 30 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 30 30" aria-hidden="true">
      <rect width="30" height="30" rx="8" fill="#0b6b74" />
      <path
        d="M4 11c4 0 5-3 9-3s5 3 13 3M4 17c5 0 7-2 11-2s6 2 11 2M4 22c6 0 9-1 22-1"
        stroke="#fff"
        strokeWidth="2"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  );
}

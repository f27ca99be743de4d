/** Shapes of the icons for a `0 0 24 24` viewBox; strokes come from the `.icon` class, filled shapes say so themselves. */
export const iconShapes = {
  help: '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.500a2.6 2.6 0 1 1 3.7 2.400c-.8.4-1.2.9-1.2 1.9"/><circle cx="12" cy="17" r=".7" fill="currentColor"/>',
  warning: '<path d="M12 4 2.8 19.500h18.400zM12 10v4.5"/><circle cx="12" cy="17" r=".6" fill="currentColor"/>',
  undo: '<path d="M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H9"/>',
  forward: '<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.400M20 4v4.500h-4.5"/>',
  down: '<path d="m6 9.5 6 6 6-6"/>',
  grip: '<g fill="currentColor" stroke="none"><circle cx="9" cy="6" r="1.7"/><circle cx="15" cy="6" r="1.7"/><circle cx="9" cy="12" r="1.7"/><circle cx="15" cy="12" r="1.7"/><circle cx="9" cy="18" r="1.7"/><circle cx="15" cy="18" r="1.7"/></g>',
  loop: '<path d="M17 3.5 20.5 7 17 10.500M20 7H8a4.5 4.5 0 0 0-4.5 4.500M7 20.5 3.5 17 7 13.500M4 17h12a4.5 4.5 0 0 0 4.5-4.5"/>',
  lock: '<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
  headphones:
    '<path d="M4 15v-2a8 8 0 0 1 16 0v2"/><rect x="3" y="14" width="4.5" height="7" rx="1.6"/><rect x="16.5" y="14" width="4.5" height="7" rx="1.6"/>',
  contrast: '<circle cx="12" cy="12" r="9"/><path d="M12 3v18a9 9 0 0 0 0-18z" fill="currentColor"/>',
  bin: '<path d="M4 7h16M9.5 7V4.500h5V7M6 7l1 13h10l1-13M10 11v5.500M14 11v5.5"/>',
  pencil: '<path d="M4.5 19.5 5.5 15 16 4.500l3.5 3.500L9 18.500zM13.5 7l3.5 3.5"/>',
  more: '<g fill="currentColor" stroke="none"><circle cx="5" cy="12" r="2"/><circle cx="12" cy="12" r="2"/><circle cx="19" cy="12" r="2"/></g>',
  table:
    '<path d="M3 10h18M5 10v9M19 10v9M8 10V7.500M12 10V7.500M16 10V7.5"/><g fill="currentColor"><circle cx="8" cy="5.5" r="1.2"/><circle cx="12" cy="5.5" r="1.2"/><circle cx="16" cy="5.5" r="1.2"/></g>',
  close: '<path d="M6 6l12 12M18 6 6 18"/>',
  right: '<path d="m9.5 6 6 6-6 6"/>',
  flash: '<path d="M13 3 5 13.500h6L10 21l8-10.500h-6z"/>',
  school: '<path d="M3 21V10l9-6 9 6v11M3 21h18M10 21v-5h4v5M12 9.500v.01"/>',
  pupil: '<circle cx="12" cy="8" r="3.5"/><path d="M5 20.500c0-4 3-6.5 7-6.500s7 2.5 7 6.5"/>',
  enter: '<path d="M14 4h5v16h-5M10 8l4 4-4 4M14 12H4"/>',
  family:
    '<circle cx="8" cy="7.5" r="3"/><circle cx="17" cy="10" r="2.2"/><path d="M2.5 20c0-3.6 2.4-6 5.5-6s5.5 2.4 5.5 6M14 15.800c.8-.9 1.8-1.3 3-1.3 2.5 0 4.3 2 4.3 5"/>',
  leaf: '<path d="M5 19C4 10 9 5 20 4.5 20 15 15 20 7.5 18M5 20.500c1.5-5 4.5-8 9-10"/>',
  left: '<path d="m14.5 6-6 6 6 6"/>',
  up: '<path d="m6 14.5 6-6 6 6"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.500l3.5 2"/>',
  print:
    '<path d="M7 9V4h10v5M7 17H4.500v-6.500A1.5 1.5 0 0 1 6 9h12a1.5 1.5 0 0 1 1.5 1.500V17H17"/><rect x="7" y="14" width="10" height="6.5" rx="1"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5"/><circle cx="12" cy="7.8" r=".7" fill="currentColor"/>',
  play: '<g fill="currentColor" stroke="none"><path d="M7 4.6c0-1 1-1.6 1.9-1.1l11 7.4c.8.5.8 1.7 0 2.2l-11 7.4C8 21 7 20.4 7 19.400z"/></g>',
  hand: '<path d="M8 12.500V6a1.6 1.6 0 0 1 3.2 0v5V4.200a1.6 1.6 0 0 1 3.2 0V11 5.800a1.6 1.6 0 0 1 3.2 0V14c0 4.2-2.4 7-6.1 7-2.7 0-4.2-1-5.8-3.500L3.4 14a1.7 1.7 0 0 1 2.8-1.800L8 14.5"/>',
  teacher:
    '<rect x="3" y="4" width="18" height="11.5" rx="1.5"/><path d="M7 8.500h6M7 11.500h3M15 20.500l-1.5-5M9 20.500l1.5-5"/>',
  microphone: '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5 11a7 7 0 0 0 14 0M12 18v3"/>',
  microphoneOff:
    '<path d="M9 9v2a3 3 0 0 0 4.5 2.6M15 10V6a3 3 0 0 0-5.7-1.3M5 11a7 7 0 0 0 10.6 6M19 11a7 7 0 0 1-.6 2.8M12 18v3M4 3l16 18"/>',
  world:
    '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9z"/>',
  note: '<path d="M9 18V6l10-2v12"/><circle cx="6.5" cy="18" r="2.5"/><circle cx="16.5" cy="16" r="2.5"/>',
  octagon:
    '<path d="M8.3 3h7.400L21 8.300v7.400L15.7 21H8.300L3 15.700V8.300zM12 7.500v5.5"/><circle cx="12" cy="16.5" r=".7" fill="currentColor"/>',
  tick: '<path d="m5 12.5 4.7 4.700L19.5 7.5"/>',
  waves:
    '<circle cx="12" cy="12" r="2" fill="currentColor"/><path d="M8 8a5.6 5.6 0 0 0 0 8M16 8a5.6 5.6 0 0 1 0 8M5 5a9.9 9.9 0 0 0 0 14M19 5a9.9 9.9 0 0 1 0 14"/>',
  ear: '<path d="M7 10a5.5 5.5 0 0 1 11 0c0 4.5-4 4.5-4 8a3 3 0 0 1-5.6 1.500M10 10.500a2.5 2.5 0 0 1 5 0c0 2-2 2.2-2.2 4"/>',
  talk: '<path d="M4 13V8.500A2.5 2.5 0 0 1 6.5 6h7A2.5 2.5 0 0 1 16 8.500V11a2.5 2.5 0 0 1-2.5 2.500H9L5.5 17v-3.600M19 8.500c1.3 1.5 1.3 4.5 0 6M21.5 6c2.4 3 2.4 8 0 11" transform="translate(-1 .5)"/>',
  share: '<path d="M12 15V4M8 7.5 12 3.500l4 4M6 11.500H5V20h14v-8.500h-1"/>',
  pause:
    '<g fill="currentColor" stroke="none"><rect x="6" y="4" width="4.4" height="16" rx="1.2"/><rect x="13.6" y="4" width="4.4" height="16" rx="1.2"/></g>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  qr: '<rect x="4" y="4" width="6" height="6" rx="1"/><rect x="14" y="4" width="6" height="6" rx="1"/><rect x="4" y="14" width="6" height="6" rx="1"/><path d="M14 14h2.500v2.500M20 14v.01M14 20h2M20 17.500V20h-1"/>',
  back: '<path d="M4.5 12a7.5 7.5 0 1 0 2.3-5.400M4 4v4.500h4.5"/>',
  scissors:
    '<circle cx="6" cy="6.5" r="2.8"/><circle cx="6" cy="17.5" r="2.8"/><path d="M20 5 8.3 15.900M20 19 8.3 8.1"/>',
  settings: '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2.2"/><circle cx="9" cy="17" r="2.2"/>',
  signal:
    '<g fill="currentColor" stroke="none"><rect x="3.5" y="14" width="3.6" height="6" rx="1"/><rect x="10.2" y="9" width="3.6" height="11" rx="1"/><rect x="16.9" y="4" width="3.6" height="16" rx="1"/></g>',
  signalLow:
    '<rect x="3.5" y="14" width="3.6" height="6" rx="1" fill="currentColor"/><rect x="10.2" y="9" width="3.6" height="11" rx="1" stroke-width="1.5"/><rect x="16.9" y="4" width="3.6" height="16" rx="1" stroke-width="1.5"/>',
  curtain: '<path d="M3 4h18M5 4v16M9.5 4c0 6-1 11-4.5 16M19 4v16M14.5 4c0 6 1 11 4.5 16"/>',
  stop: '<g fill="currentColor" stroke="none"><rect x="5.5" y="5.5" width="13" height="13" rx="2"/></g>',
  skip: '<path d="M5 5.500v13l9-6.500z" fill="currentColor"/><path d="M18.5 5v14" stroke-width="2.5"/>',
  download: '<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.500M5 20h14"/>',
  volume: '<path d="M4 9.500v5h3.500L12 18.500v-13L7.5 9.500zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.500a7.8 7.8 0 0 1 0 11"/>',
} as const;

export type IconName = keyof typeof iconShapes;

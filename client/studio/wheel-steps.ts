// One notch of a mouse wheel is 100 px in Chrome and Safari, three lines in Firefox; a touchpad sends many small pieces of one.
const pixelsPerStep = 100;
const pixelsPerUnit = [1, 100 / 3, 400] as const;

/** Makes whole steps of what a wheel or a touchpad sends, so that both move a fader alike: one decibel a notch. */
export function makeWheelSteps() {
  let rest = 0;
  return {
    /** How many steps down; 0 while a step is not full. */
    turn({ deltaX, deltaY, deltaMode }: Pick<WheelEvent, "deltaX" | "deltaY" | "deltaMode">): number {
      // With Shift, browsers turn the wheel sideways.
      const pixels = (deltaY === 0 ? deltaX : deltaY) * pixelsPerUnit[deltaMode as 0 | 1 | 2];
      rest = Math.sign(rest) === -Math.sign(pixels) ? pixels : rest + pixels;
      const steps = Math.trunc(rest / pixelsPerStep);
      rest -= steps * pixelsPerStep;
      return steps;
    },
  };
}

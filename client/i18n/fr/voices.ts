/** Words of the voices of an episode: who is left out of it, how, and back again. */
export const voices = {
  leaveOut: { one: "Laisser cette voix de côté", other: "Laisser ces {{ count }} voix de côté" },
  goesToo: "Au même micro, part aussi : {{ names }}",
  soundsGo: "Sa voix est dans un son de la régie : tous les sons de l’émission partent avec elle.",
  ofFamily: "Message d’une famille",
  leftOut: "Voix laissées de côté",
  awaited: "Encore dans l’épisode, le temps de le refaire",
  remixed: "L’épisode est refait sans elle",
  silenced: "Silence là où son micro captait quelque chose",
  silencedHint:
    "Cette émission date d’avant l’enregistrement du mélange : on ne peut pas la mélanger de nouveau. Les autres voix se taisent aussi dans ces passages.",
  bleedHint: "Ce que le micro d’un autre a capté de cette voix reste. Écoutez l’épisode avant de le publier.",
  bringBack: "Remettre",
  bringBackName: "Remettre la voix de {{ name }}",
  comingBack: "Retiré du fil pour l’instant.",
  comingBackHint: "Une autorisation a changé. L’épisode revient dans le fil de lui-même, sans cette voix.",
} as const;

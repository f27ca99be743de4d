/** Words for the teacher who looks after private subscriptions. */
export const subscriptions = {
  title: "Private subscriptions",
  ofFamiliesHint:
    "Antenne knows neither who listens nor how often. Each family looks after its addresses on the page of its link.",
  stopFamilies: "Stop those of the families",
  stopFamiliesTitle: "Stop all addresses of the families?",
  stopFamiliesText:
    "For when an address was shared too far. All apps of the families stop; each family makes another on its page. The slips stay good.",
  classTitle: "The class and you",
  classHint: "An address lets an app hear all channels of the class. Yours stops when you leave the class.",
  whose: "For whom?",
  forClass: "The class’s devices",
  forMe: "Me",
  ofClass: "The class",
  mine: "You",
  secret: "This address is private: whoever has it hears all channels of the class.",
  ofFamilies: { one: "{{ count }} address of a family is used.", other: "{{ count }} addresses of families are used." },
} as const;

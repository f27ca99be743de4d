import { BirdAvatar } from "../ui/BirdAvatar.tsx";

/** Five birds on a wire, for the joy of it. */
export const Perch = () => (
  <div class="perch" aria-hidden="true">
    <BirdAvatar bird="mesange" colour={2} />
    <BirdAvatar bird="huppe" colour={4} />
    <span class="gap" />
    <BirdAvatar bird="merle" colour={1} />
    <BirdAvatar bird="macareux" colour={1} />
    <BirdAvatar bird="colvert" colour={3} />
  </div>
);

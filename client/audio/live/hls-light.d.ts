/** The build without subtitles, alternate audio and encryption, which a radio has none of; its types are the whole one's. */
declare module "hls.js/light" {
  export * from "hls.js";
  export { default } from "hls.js";
}

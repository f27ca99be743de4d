type Reader = (video: HTMLVideoElement) => Promise<string | undefined>;
type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
const scope = globalThis as { BarcodeDetector?: new (options: { formats: string[] }) => Detector };

/** Longest side that a picture is read at: a code on a board is found in it, and a slow tablet keeps up. */
const mostPixels = 640;

/** What reads the QR code in a camera's picture: the browser itself where it can, else a reader that is fetched now and not before. */
export async function openQrReader(): Promise<Reader> {
  if (scope.BarcodeDetector !== undefined) {
    const detector = new scope.BarcodeDetector({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { decodeQR } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  return (video) => {
    const { videoWidth, videoHeight } = video;
    const scale = Math.min(1, mostPixels / Math.max(videoWidth, videoHeight));
    canvas.width = Math.max(1, Math.round(videoWidth * scale));
    canvas.height = Math.max(1, Math.round(videoHeight * scale));
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return Promise.resolve(decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)));
    } catch {
      // A picture without a code in it.
      return Promise.resolve(undefined);
    }
  };
}

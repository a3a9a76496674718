import type { ReviewFormat } from "./format.js";
import { html } from "./html.js";
import { json } from "./json.js";

/** Every way to write a review, by the word that `--format` takes. */
export const reviewFormats = { json, html } satisfies Record<string, ReviewFormat>;

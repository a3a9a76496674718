import type { ReviewFormat } from "./format.js";
import { html } from "./html.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import { sarif } from "./sarif.js";
import { text } from "./text.js";

/** Every way to write a review, by the word that `--format` takes. */
export const reviewFormats = { text, markdown, json, sarif, html } satisfies Record<string, ReviewFormat>;

import { textMatching } from "../../shape/build.js";

/** Of a program on macOS or Linux. */
export const absolutePath = textMatching("path", /^\/(?!\/)/, "is no absolute path; expected one that begins with /");

import { map } from "../../shape/build.js";
import type { AnyShape, MapShape } from "../../shape/shape.js";

/** What the reference describes no further here. */
export const anyValue: AnyShape = { kind: "any" };
export const anyObject: MapShape = map(anyValue);

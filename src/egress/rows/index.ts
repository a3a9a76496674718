import type { EgressRow } from "../row.js";
import { anthropicServiceRows } from "./anthropic-services.js";
import { extensionRows } from "./extensions.js";
import { endpointRows, signInRows } from "./inference.js";
import { networkRows } from "./network.js";
import { telemetryRows } from "./telemetry.js";

/** Every row of the documentation's egress tables. */
export const egressRows: readonly EgressRow[] = [
	...endpointRows,
	...signInRows,
	...anthropicServiceRows,
	...telemetryRows,
	...extensionRows,
	...networkRows,
];

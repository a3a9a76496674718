import { documentation } from "../configuration/managed-key.js";
import { currentEditionSince, type VersionWindow } from "../version.js";
import type { EgressContext } from "./context.js";
import type { Operator, Reason } from "./plan.js";

/** A destination a row names: a host pattern, where it is not on 443 its port, and what differs from the row. */
export interface Destination {
	/** `api.example.com`, or `*.example.com` for any depth below it. */
	readonly host: string;
	/** @default 443 */
	readonly port?: number;
	readonly because?: string;
	readonly requirement?: Reason["requirement"];
}

/** One row of the documentation's egress tables. */
export interface EgressRow {
	readonly feature: string;
	/** The managed key that governs the row, or null for what no setting governs. */
	readonly key: string | null;
	readonly because: string;
	/** Who runs the hosts, unless their names say so. */
	readonly operator: Operator;
	/** @default "required" */
	readonly requirement?: Reason["requirement"];
	/** Page of the documentation, below its root. */
	readonly source: string;
	/** Edition of the tables the row stands in. @default both */
	readonly edition?: VersionWindow;
	/** App versions at which the settings call for the hosts. @default every version */
	when?(context: EgressContext): readonly VersionWindow[];
	hosts(context: EgressContext): readonly (Destination | string)[];
}

/** The tables of `telemetry` before app 1.26832.0. */
export const earlierEdition: VersionWindow = { until: currentEditionSince };
/** The tables from app 1.26832.0 on. */
export const currentEdition: VersionWindow = { since: currentEditionSince };

export function page(source: string): string {
	return documentation + source;
}

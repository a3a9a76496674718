import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { documentation } from "../configuration/managed-key.js";
import type { VersionWindow } from "../version.js";
import type { EgressContext } from "./context.js";
import type { Destination } from "./destination.js";
import type { Operator, Reason } from "./plan.js";
import type { Windows } from "./windows.js";

/** One reason for hosts, with the app versions it holds for: a row of the documentation's egress tables. */
export interface EgressRow extends Omit<Reason, "since" | "until">, VersionWindow {
	/** Who runs the hosts, unless their names say so. */
	readonly operator: Operator;
	/** Groups with one of them have the row. @default all */
	readonly platforms?: ManagedConfiguration["platforms"];
	/** Whether the app adds the hosts to the list of the agent's sandbox by itself. @default false */
	readonly opensSandbox?: boolean;
	/** Managed key that has to be set for the row to name hosts. @default none */
	readonly needs?: string;
	/** App versions at which the settings call for the hosts. @default every version */
	when?(context: EgressContext): Windows;
	readonly hosts: readonly Destination[] | ((context: EgressContext) => readonly Destination[]);
}

/** Address of a page of the documentation, by its name below the root. */
export function page(name: string): string {
	return documentation + name;
}

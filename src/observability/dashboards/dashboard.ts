/** What a panel shows, and which part of telemetry it reads. */
export type Panel = MetricPanel | EventPanel;

interface PanelFacts {
	readonly title: string;
	/** @default "timeseries" */
	readonly kind?: "timeseries" | "stat" | "table" | "logs";
	/** Unit of Grafana. @default none */
	readonly unit?: string;
	/** Attributes that an event or a number has to have, each with one of some values. @default all of them */
	readonly where?: Readonly<Record<string, readonly string[]>>;
	/** Attributes. @default one number for all */
	readonly by?: readonly string[];
	/** Words of `service.name`. @default every program of the vendor */
	readonly programs?: readonly string[];
}

/** How much a metric grew. */
export interface MetricPanel extends PanelFacts {
	/** As a store of Prometheus names it. */
	readonly metric: string;
}

/** Over events: how many, or the sum of an attribute, by attributes. */
export interface EventPanel extends PanelFacts {
	readonly events: readonly string[];
	/** The attribute that is summed. @default events are counted */
	readonly sum?: string;
	/** Attributes that variables of the page narrow, each with the variable's name. @default none */
	readonly narrowed?: Readonly<Record<string, string>>;
}

/** What a person chooses on a page: a regular expression. */
export interface PageVariable {
	readonly label: string;
	/** What is chosen at first. */
	readonly value: string;
}

export interface Dashboard {
	readonly title: string;
	/** What people ask of it. */
	readonly asks: string;
	/** By name. @default none beside the stores and the deployment */
	readonly variables?: Readonly<Record<string, PageVariable>>;
	readonly panels: readonly Panel[];
}

/** What a panel shows, and which part of telemetry it reads. */
export type Panel = MetricPanel | EventPanel;

interface PanelFacts {
	readonly title: string;
	/** @default "timeseries" */
	readonly kind?: "timeseries" | "stat" | "table" | "logs";
	/** Unit of Grafana. @default none */
	readonly unit?: string;
}

/** Over metrics, in PromQL. */
export interface MetricPanel extends PanelFacts {
	readonly promql: string;
}

/** Over events: how many, or the sum of an attribute, by attributes. */
export interface EventPanel extends PanelFacts {
	readonly events: readonly string[];
	/** Attributes that an event has to have, each with one of some values. @default all events */
	readonly where?: Readonly<Record<string, readonly string[]>>;
	/** @default one number for all */
	readonly by?: readonly string[];
	/** The attribute that is summed. @default events are counted */
	readonly sum?: string;
}

export interface Dashboard {
	readonly title: string;
	/** What people ask of it. */
	readonly asks: string;
	readonly panels: readonly Panel[];
}

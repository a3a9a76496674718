import type { LayeredValue, ManagedConfiguration } from "../configuration/managed-configuration.js";
import type { Outcome } from "../outcome.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import type { Platform } from "../profiles/format.js";
import type { ObjectShape } from "../shape/shape.js";
import type { CheckedDeployment } from "./check-observability.js";
import type { CollectorHosts } from "./collector-host.js";
import type { Observability } from "./observability.js";
import type { ObservabilitySummary } from "./observability-summary.js";
import type { ObservedDeployment } from "./observed-group.js";
import type { ObservedPart } from "./observed-part.js";
import type { RequestedCollector } from "./requested-collector.js";

type Configurations = ReadonlyMap<string, ManagedConfiguration>;

/** What the compilation of a deployment asks of its observability, with all that is known of telemetry behind it. */
export interface ObservabilityCompiler {
	/** What the block of a deployment may be. */
	shape(hosts: CollectorHosts): ObjectShape;
	/** What the block of a group may be. */
	readonly groupShape: ObjectShape;
	/** The block of a deployment; undefined where it has another form, which is refused elsewhere. */
	read(block: unknown, hosts: CollectorHosts): Observability | undefined;
	/** Keys of Claude Desktop that a block decides on devices, each with the place that does. */
	decidedKeys(block: Observability): ReadonlyMap<string, Path>;
	/** The layer of a group: what the collector asks of Claude Desktop. */
	settings(
		deployment: ObservedDeployment,
		group: string,
		platforms: readonly Platform[],
		hosts: CollectorHosts,
	): ReadonlyMap<string, LayeredValue>;
	/** Who may read a group's content and for how long it is kept; undefined where none is captured. */
	contentTerms(deployment: ObservedDeployment, group: string): string | undefined;
	/** The collector that is to be created; undefined where it is one's own. */
	collector(deployment: ObservedDeployment, hosts: CollectorHosts): Outcome<RequestedCollector> | undefined;
	/** What a deployment lacks, contradicts or opens; each shape was checked before. */
	check(deployment: CheckedDeployment, hosts: CollectorHosts): Problem[];
	/** What files are rendered from; undefined where the deployment says nothing of observability. */
	part(deployment: ObservedDeployment, configurations: Configurations, hosts: CollectorHosts): ObservedPart | undefined;
	/** What is told of it once the deployment is compiled. */
	summary(deployment: ObservedDeployment, configurations: Configurations, hosts: CollectorHosts): ObservabilitySummary;
}

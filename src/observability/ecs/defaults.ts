/**
 * The contrib distribution, which has every component of the configuration and reads it from S3, at the version that the
 * configuration was checked with. https://github.com/open-telemetry/opentelemetry-collector-releases
 */
export const defaultImage =
	"ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.160.0";

/** In CPU units. */
export const defaultCpu = 256;
/** In MiB. */
export const defaultMemory = 1024;
/** Tasks, so that one zone may go. */
export const defaultTasks = 2;
/** Days. */
export const logDays = 30;

/** What the collector listens on, as its configuration says. */
export const ports = { http: 4318, health: 13_133 } as const;

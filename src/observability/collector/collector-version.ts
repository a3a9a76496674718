/** The version of the OpenTelemetry Collector that configurations were run with. */
export const collectorVersion = "0.160.0";

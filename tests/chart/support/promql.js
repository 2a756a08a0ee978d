// What a PromQL expression names.
import { parser } from '@prometheus-io/lezer-promql';

/** Grafana's variables become what Prometheus would be asked with. */
export function resolved(expression) {
  return expression.replaceAll('$__rate_interval', '5m').replaceAll('$__range', '1h');
}

/**
 * Reads an expression.
 *
 * @returns {{metrics: string[], labels: string[], errors: string[]}} the metrics and the labels that it selects by, and the
 *     places where it is no PromQL
 */
export function read(expression) {
  const text = resolved(expression);
  const metrics = [];
  const labels = [];
  const errors = [];
  parser.parse(text).iterate({
    enter(node) {
      const part = text.slice(node.from, node.to);
      if (node.type.isError) {
        errors.push(`at ${node.from}: ${text.slice(Math.max(0, node.from - 10), node.to + 10)}`);
      } else if (node.name === 'Identifier') {
        metrics.push(part);
      } else if (node.name === 'LabelName') {
        labels.push(part);
      }
    },
  });
  return { metrics, labels, errors };
}

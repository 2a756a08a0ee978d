import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { chart, facts, render, root } from '../support/helm.js';
import { isKnown, ownSeries, unrecognised } from '../support/metrics.js';
import { inProduction } from '../support/profiles.js';
import { read } from '../support/promql.js';

const files = folder => readdirSync(`${chart}/files/${folder}`).sort();
const groups = files('alerts').map(file => parse(readFileSync(`${chart}/files/alerts/${file}`, 'utf8')));
const rules = groups.flatMap(group => group.rules);
const alerts = rules.filter(rule => rule.alert);
const recorded = new Set(rules.filter(rule => rule.record).map(rule => rule.record));
const dashboards = files('dashboards').map(file => [file, JSON.parse(readFileSync(`${chart}/files/dashboards/${file}`, 'utf8'))]);
const panels = dashboards.flatMap(([file, dashboard]) => dashboard.panels.filter(panel => panel.type !== 'row').map(panel => [file, panel]));
const runbooks = `${root}docs/operations`;

function wrong(expression) {
  const { metrics, errors } = read(expression);
  return [...errors, ...metrics.filter(name => !isKnown(name, recorded)).map(name => `nobody makes ${name}`)];
}

describe('the names of metrics', () => {
  test('are all found in the code', () => {
    assert.deepEqual(unrecognised(), []);
    for (const name of ['guildhall_gateway_sessions', 'guildhall_relay_sessions', 'guildhall_relay_sessions_lost_total',
      'guildhall_api_requests_seconds_count', 'guildhall_guild_commands_seconds_bucket', 'guildhall_storage_group_size_sum']) {
      assert.ok(ownSeries().has(name), name);
    }
  });

  test('that scaling goes by are among them', () => {
    const table = facts(path => readFileSync(path, 'utf8'));
    for (const { metric } of Object.values(table).flatMap(entry => [entry.sessions, entry.lag]).filter(Boolean)) {
      assert.ok(ownSeries().has(metric), metric);
    }
  });

  test('that the adapter for custom metrics serves are those that scaling goes by', () => {
    const adapter = parse(readFileSync(`${chart}/files/prometheus-adapter.yaml`, 'utf8'));
    const served = adapter.rules.custom.flatMap(rule => read(rule.seriesQuery).metrics);
    const push = { publicKey: 'k'.repeat(87), keysSecret: 'push' };
    const wanted = inProduction({ push }).all('HorizontalPodAutoscaler').flatMap(object => object.spec.metrics)
      .map(metric => metric.pods?.metric.name).filter(Boolean);
    assert.deepEqual(served.sort(), [...new Set(wanted)].sort());
    for (const name of served) {
      assert.ok(ownSeries().has(name), name);
    }
  });
});

describe('alerts and recorded series', () => {
  for (const rule of rules) {
    test(`${rule.alert ?? `${rule.record} of ${rule.labels.hop}`} asks for what there is`, () => {
      assert.deepEqual(wrong(rule.expr), []);
    });
  }

  test('have a severity, a summary and a description each, and different names', () => {
    for (const { alert, labels, annotations } of alerts) {
      assert.ok(['warning', 'critical'].includes(labels.severity), alert);
      assert.ok(annotations.summary && annotations.description, alert);
      assert.match(alert, /^Guildhall[A-Z]\w+$/);
    }
    assert.equal(new Set(alerts.map(rule => rule.alert)).size, alerts.length);
  });

  test('have a runbook each, and no runbook is without an alert', () => {
    const pages = readdirSync(runbooks).filter(file => file !== 'README.md').sort();
    assert.deepEqual(pages, alerts.map(rule => `${rule.alert}.md`).sort());
  });

  test('are in the list of runbooks', () => {
    const list = readFileSync(`${runbooks}/README.md`, 'utf8');
    for (const { alert } of alerts) {
      assert.ok(list.includes(`[${alert}](${alert}.md)`), alert);
    }
  });

  test('lead to their runbooks', () => {
    const rendered = inProduction({ monitoring: { rules: { runbooks: 'https://pages.example/' } } });
    const [object] = rendered.all('PrometheusRule');
    const urls = object.spec.groups.flatMap(group => group.rules).filter(rule => rule.alert).map(rule => rule.annotations.runbook_url);
    assert.deepEqual(urls, alerts.map(rule => `https://pages.example/${rule.alert}.md`));
  });

  test('keep Prometheus\' own templates as they are', () => {
    const rendered = inProduction({}).all('PrometheusRule')[0].spec.groups.flatMap(group => group.rules);
    assert.deepEqual(rendered.map(rule => rule.annotations?.summary), rules.map(rule => rule.annotations?.summary));
  });

  test('can be left out by name', () => {
    const rendered = inProduction({ monitoring: { rules: { disabled: ['GuildhallSlowReaders'] } } });
    assert.doesNotMatch(rendered.text, /alert: GuildhallSlowReaders/);
    assert.match(rendered.text, /alert: GuildhallSessionsLost/);
  });
});

describe('runbooks', () => {
  const parts = ['## What it means', '## What people notice', '## Where to look', '## What to do'];
  const dashboardTitles = new Set(dashboards.map(([, dashboard]) => dashboard.title.replace('Guildhall / ', '')));
  const panelTitles = new Set(panels.map(([, panel]) => panel.title));
  for (const { alert } of alerts) {
    const page = readFileSync(`${runbooks}/${alert}.md`, 'utf8');

    test(`${alert} says what it means, what people notice, where to look and what to do`, () => {
      assert.equal(page.split('\n')[0], `# ${alert}`);
      assert.deepEqual(page.match(/^## .*$/gm), parts);
    });

    test(`${alert} names dashboards and panels that there are, and leads to pages that there are`, () => {
      for (const [, name] of page.matchAll(/\*([A-Z][^*]+)\*/g)) {
        const title = name.replaceAll('\n', ' ').replaceAll(/\s+/g, ' ').replace('Guildhall / ', '');
        assert.ok(dashboardTitles.has(title) || panelTitles.has(title), title);
      }
      for (const [, file] of page.matchAll(/\]\((\w+\.md)\)/g)) {
        assert.ok(readdirSync(runbooks).includes(file), file);
      }
    });
  }
});

describe('dashboards', () => {
  for (const [file, panel] of panels) {
    for (const target of panel.targets) {
      test(`${file}, ${panel.title}: ${target.legendFormat} asks for what there is`, () => {
        assert.deepEqual(wrong(target.expr), []);
      });
    }
  }

  test('say in words what each panel shows', () => {
    assert.deepEqual(panels.filter(([, panel]) => !panel.description).map(([, panel]) => panel.title), []);
  });

  test('ask the data source and the namespaces that are chosen', () => {
    for (const [file, dashboard] of dashboards) {
      assert.deepEqual(dashboard.templating.list.map(variable => variable.name), ['datasource', 'namespace'], file);
    }
    for (const [file, panel] of panels) {
      for (const target of panel.targets) {
        assert.equal(target.datasource.uid, '${datasource}', file);
        assert.ok(target.expr.includes('namespace=~"$namespace"'), `${panel.title}: ${target.expr}`);
      }
    }
  });

  test('show every hop that is recorded', () => {
    const [, fanOut] = dashboards.find(([file]) => file === 'fan-out.json');
    const shown = fanOut.panels.find(panel => panel.title === 'Every hop, 99%').targets.flatMap(target => read(target.expr).metrics);
    const hops = rules.filter(rule => rule.record).flatMap(rule => read(rule.expr).metrics);
    assert.deepEqual(shown, hops);
  });

  test('come as ConfigMaps that Grafana finds', () => {
    const maps = inProduction({}).all('ConfigMap').filter(map => map.metadata.labels.grafana_dashboard === '1');
    assert.deepEqual(maps.flatMap(map => Object.keys(map.data)).sort(), dashboards.map(([file]) => `guildhall-${file}`).sort());
    for (const map of maps) {
      for (const [name, text] of Object.entries(map.data)) {
        assert.deepEqual(JSON.parse(text), dashboards.find(([file]) => `guildhall-${file}` === name)[1]);
      }
    }
  });
});

describe('what watches', () => {
  test('is left out unless it is asked for', () => {
    const rendered = render();
    for (const kind of ['ServiceMonitor', 'PrometheusRule']) {
      assert.deepEqual(rendered.all(kind), []);
    }
  });

  test('reads the metrics of every service under one job name each', () => {
    const monitors = inProduction({}).all('ServiceMonitor');
    assert.deepEqual(
      monitors.map(monitor => monitor.spec.endpoints[0].relabelings[0].replacement),
      ['guildhall-api', 'guildhall-gateway', 'guildhall-guild', 'guildhall-relay', 'guildhall-search', 'guildhall-storage-proxy', 'guildhall-web'],
    );
    const services = new Map(inProduction({}).all('Service').map(service => [service.metadata.name, service]));
    for (const monitor of monitors) {
      const service = services.get(monitor.metadata.name);
      assert.ok(service.spec.ports.some(port => port.name === monitor.spec.endpoints[0].port));
      for (const [label, value] of Object.entries(monitor.spec.selector.matchLabels)) {
        assert.equal(service.metadata.labels[label], value);
      }
    }
  });
});

describe('the check itself', () => {
  test('finds a metric that nobody makes, and what is no PromQL', () => {
    assert.deepEqual(wrong('rate(guildhall_gateway_sesions[5m])'), ['nobody makes guildhall_gateway_sesions']);
    assert.equal(wrong('sum by (pod (up)').length > 0, true);
    assert.deepEqual(wrong('guildhall_gateway_sessions_total'), ['nobody makes guildhall_gateway_sessions_total']);
  });
});

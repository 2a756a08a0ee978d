// The sets of values that every check of rendered objects goes over, by name.
import { fileURLToPath } from 'node:url';
import { render } from './helm.js';

export const production = fileURLToPath(new URL('../values/production.yaml', import.meta.url));
export const productionFiles = ['values-production.yaml', production];

const everything = {
  internalTls: { mode: 'secret', secret: 'internal-tls' },
  autoscaling: { kind: 'keda', onSessions: true, keda: { prometheus: 'http://prometheus.monitoring:9090', authenticationRef: 'prometheus' } },
  ingress: { enabled: false },
  gatewayApi: { enabled: true, parentRefs: [{ name: 'public', namespace: 'entrance' }] },
  secrets: { existing: 'guildhall-given' },
  image: { variant: 'jvm', pullSecrets: ['registry'] },
  observability: { traces: { endpoint: 'http://collector.monitoring:4317', ratio: 0.1 } },
  commonLabels: { team: 'chat' },
  commonAnnotations: { owner: 'chat' },
  networkPolicy: { backends: [{ ipBlock: { cidr: '10.1.0.0/16' } }] },
  services: {
    gateway: {
      settings: { 'guildhall.gateway.zlib-mode': 'classic' },
      env: [{ name: 'TZ', value: 'UTC' }],
      nodeSelector: { pool: 'gateways' },
      tolerations: [{ key: 'gateways', operator: 'Exists', effect: 'NoSchedule' }],
      priorityClassName: 'chat-front',
      podAnnotations: { note: 'none' },
      antiAffinity: 'hard',
    },
  },
  backends: { etcd: { endpoints: ['https://etcd.example:2379'], tlsSecret: 'etcd-tls', clientCertificate: true } },
  extraObjects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'more' } }, 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "{{ .Release.Name }}-more"}'],
};

export const profiles = {
  default: () => rendered({}, []),
  evaluation: () => rendered({}, ['values-evaluation.yaml']),
  'evaluation-cluster': () => rendered({}, ['values-evaluation-cluster.yaml']),
  production: () => rendered({}, productionFiles),
  'production-everything': () => rendered(everything, productionFiles),
};

/** A render that must not be refused. */
function rendered(values, files) {
  const result = render(values, files);
  if (result.refusal) {
    throw new Error(result.refusal);
  }
  return result;
}

/** The production profile with these values over it. */
export function inProduction(values) {
  return render(values, productionFiles);
}

{{/* What the HorizontalPodAutoscaler and the ScaledObject have in common. */}}

{{/*
How fast pods come and go. They come at once, since clients wait for them. They leave a few at a time, the next only when
the ones before had time to drain: the period is the pods' whole grace period. Takes root and service.
*/}}
{{- define "guildhall.scalingBehavior" -}}
{{- $scaling := .root.Values.autoscaling -}}
scaleUp:
  stabilizationWindowSeconds: 0
  selectPolicy: Max
  policies:
    - type: Percent
      value: 100
      periodSeconds: 15
    - type: Pods
      value: 4
      periodSeconds: 15
scaleDown:
  stabilizationWindowSeconds: {{ int $scaling.scaleDownAfterSeconds }}
  selectPolicy: Min
  policies:
    - type: Pods
      value: {{ int $scaling.scaleDownPods }}
      periodSeconds: {{ min 1800 (max 60 (include "guildhall.graceSeconds" .service | int)) }}
{{- end -}}

'use strict';
// What one process holds: its memory, threads and descriptors, as the system and the process itself say.
const { execFileSync } = require('node:child_process');
const { readFileSync, readdirSync } = require('node:fs');

const MEBI = 1 << 20;

class Gauges {
  /**
   * @param {string} pid of the process
   * @param {string} metrics where it tells its numbers
   */
  constructor(pid, metrics) {
    this.pid = pid;
    this.metrics = metrics;
  }

  async sample() {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const number = key => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)[1]);
    return {
      heap_mb: Math.round((await this.heap()) / MEBI),
      resident_mb: Math.round(number('VmRSS') / 1024),
      threads: number('Threads'),
      descriptors: readdirSync(`/proc/${this.pid}/fd`).length,
    };
  }

  /** As {@link sample}, of what is left when nothing that can go is kept. */
  async atRest() {
    execFileSync(`${process.env.JAVA_HOME}/bin/jcmd`, [this.pid, 'GC.run']);
    return this.sample();
  }

  async heap() {
    const text = await (await fetch(this.metrics)).text();
    return text
      .split('\n')
      .filter(line => line.startsWith('jvm_memory_used_bytes') && line.includes('area="heap"'))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }
}

/** The larger of each number. */
function peak(one, other) {
  return Object.fromEntries(Object.keys(other).map(key => [key, Math.max(one[key] ?? 0, other[key])]));
}

module.exports = { Gauges, peak };

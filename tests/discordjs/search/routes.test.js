'use strict';
// The searches of one process, in a cluster.
require('../test/sweep.search.test.js');

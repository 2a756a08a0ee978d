package io.guildhall.tests.simulation.world;

import io.guildhall.tests.simulation.beans.Beans;
import io.guildhall.tests.simulation.engine.Machine;

/** A process with its parts. */
public record Process(Machine machine, DiscoveryClient discovery, Beans beans) {}

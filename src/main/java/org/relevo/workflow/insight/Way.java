package org.relevo.workflow.insight;

import java.time.Duration;
import java.util.List;

/**
 * A way that cases took through a process: the elements that they passed. The order of parallel steps and how often
 * something was repeated do not make a way of its own.
 *
 * @param elements by their ids, connections among them
 * @param steps the names of those that are steps, in the order of the model
 * @param cases how many took it
 * @param share of all that ended, in percent
 */
public record Way(List<String> elements, List<String> steps, long cases, int share, Duration mean, Duration ninety) {}

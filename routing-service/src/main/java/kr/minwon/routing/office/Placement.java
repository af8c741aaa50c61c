package kr.minwon.routing.office;

import kr.minwon.routing.clock.Period;

/**
 * Where a complaint goes, and why.
 *
 * @param rule a Korean sentence for staff
 */
public record Placement(Department department, String petitionKind, Period period, String rule) {}

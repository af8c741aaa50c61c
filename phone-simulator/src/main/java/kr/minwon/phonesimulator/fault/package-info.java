/** Faults on demand: what the SMSC does wrong when told to. */
@NullMarked
package kr.minwon.phonesimulator.fault;

import org.jspecify.annotations.NullMarked;

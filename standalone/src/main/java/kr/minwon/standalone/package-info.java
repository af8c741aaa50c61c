/** All of Minwon on one machine: in one JVM, or each part as a process of its own. */
@NullMarked
package kr.minwon.standalone;

import org.jspecify.annotations.NullMarked;

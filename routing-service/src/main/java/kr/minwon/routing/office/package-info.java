/** An office's rules as data (departments, categories, policies): which department takes what. */
@NullMarked
package kr.minwon.routing.office;

import org.jspecify.annotations.NullMarked;

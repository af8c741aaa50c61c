/** An office's rules as data (departments, categories, hours): which department takes what. */
@NullMarked
package kr.minwon.routing.office;

import org.jspecify.annotations.NullMarked;

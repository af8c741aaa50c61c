/** The figures as staff see them. */
@NullMarked
package kr.minwon.notification.figures.web;

import org.jspecify.annotations.NullMarked;

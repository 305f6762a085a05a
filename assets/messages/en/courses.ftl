# Words of the courses.

nav-courses = Courses
action-finish-step = finish a step of a course
action-list-courses = list courses
action-get-course = see a course
action-list-progress = see progress in courses

courses-about = A quarter of an hour each. What you do is looked for in the book: a step counts when it was really done.
courses-real-book = This is your own book. Exercises that write want the practice book, a sample company you cannot spoil.
courses-practise = Open the practice book
courses-none = No courses for this role
courses-others = The others
courses-person = Person
courses-progress = Steps
courses-finished = Finished
course-steps = { $steps } steps
course-under-way = { $done } of { $steps } steps
course-done = finished
course-minutes = { $minutes } min
course-start = Start
course-go-on = Go on
course-again = Once more
course-wants-practice = Its exercises write into the book; open the practice book first
course-not-here = This book does not have what the exercises are about; open the practice book
course-put-aside = Put the course aside
course-next = Go on
course-do = Do it in the window above, then
course-check = Check
course-choose = Which figure is it?
course-step-done = Done
course-over = Finished. It is noted in the book.
course-finished = Course finished

error-unknown-course = There is no course { $course } with a step { $step } for this role.
error-exercise-not-done = Step { $number } is not in the book yet. Do what it says, just as it says, then check again.
error-answer-wrong = That is a figure of another row. Look at the statement once more.

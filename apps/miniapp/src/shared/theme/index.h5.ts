import './base.h5.css';
import './tokens.css';
import './icons.css';
import './components.css';
import './kit.css';
import './staff.h5.css';
import './desk.h5.css';
